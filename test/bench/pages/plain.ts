import { listenToKeys } from './peer-page.ts';

// The text in plain paragraphs, nothing else.

listenToKeys(() => undefined);
