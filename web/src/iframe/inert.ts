// SPDX-License-Identifier: Apache-2.0
import { createPostToHost } from './host/post-to-host.ts';

// Nobody is known here, so anybody may learn that the key opens nothing: the key stands in the address they made.
const id = new URLSearchParams(location.search).get('company');
createPostToHost(['*'])({ message: 'invalid_company_key', id, payload: null });
