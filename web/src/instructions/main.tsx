// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/page.css';
import '../styles/terms.css';
import '../styles/instructions.css';
import { render } from 'preact';
import { chooseLanguage } from '../language/choose-language.ts';
import { createPageTexts, InstructionsPage } from './instructions-page.tsx';

const root = document.getElementById('app');
if (root !== null) render(<InstructionsPage texts={await createPageTexts(chooseLanguage())} />, root);
