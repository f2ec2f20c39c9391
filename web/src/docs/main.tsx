// SPDX-License-Identifier: Apache-2.0
import '../styles/base.css';
import '../styles/page.css';
import '../styles/choice.css';
import '../styles/code.css';
import '../styles/docs.css';
import '../styles/terms.css';
import { render } from 'preact';
import { DocsPage } from './docs-page.tsx';

const root = document.getElementById('app');
if (root !== null) render(<DocsPage />, root);
