// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/page.css';
import '../styles/choice.css';
import '../styles/code.css';
import '../styles/scores.css';
import { render } from 'preact';
import { chooseLanguage } from '../language/choose-language.ts';
import { createPageTexts, ScoresPage } from './scores-page.tsx';

const root = document.getElementById('app');
if (root !== null) render(<ScoresPage texts={await createPageTexts(chooseLanguage())} />, root);
