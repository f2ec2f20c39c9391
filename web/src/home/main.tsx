// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/page.css';
import '../styles/choice.css';
import '../styles/home.css';
import '../styles/answer.css';
import { render } from 'preact';
import { chooseLanguage } from '../language/choose-language.ts';
import { createText } from '../language/text.ts';
import { HomePage } from './home-page.tsx';

const root = document.getElementById('app');
if (root !== null) render(<HomePage text={await createText(chooseLanguage())} />, root);
