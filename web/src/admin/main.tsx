// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/page.css';
import '../styles/home.css';
import '../styles/admin.css';
import { render } from 'preact';
import { chooseLanguage } from '../language/choose-language.ts';
import { AdminPage, createAdminTexts } from './admin-page.tsx';

const root = document.getElementById('app');
if (root !== null) render(<AdminPage texts={await createAdminTexts(chooseLanguage())} />, root);
