import { createTextAnnotator } from '@recogito/text-annotator';
import '@recogito/text-annotator/text-annotator.css';
import { givenMarks, listenToKeys, textElement, type GivenMark } from './peer-page.ts';

// The peer: its annotator over the same text, given all marks at once, with the renderer that it takes by itself.

const annotator = createTextAnnotator(textElement());

function annotation({ id, quote, start, end }: GivenMark) {
  const target = { annotation: id, selector: [{ quote, start, end }] };
  return { id, bodies: [], target } as unknown as Parameters<typeof annotator.addAnnotation>[0];
}

globalThis.peer = { drawn: () => document.querySelectorAll('.r6o-annotation').length };
annotator.setAnnotations(givenMarks().map(annotation));
listenToKeys((mark) => {
  annotator.addAnnotation(annotation(mark));
});
