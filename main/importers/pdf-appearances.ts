import { AnnotationPen, type DrawnFont } from './pdf-annotation-pen.ts';
import { isMatrix, type PdfOperators, type PdfTextItem } from './pdf-types.ts';

export interface DrawnText {
  /** The annotation that it belongs to. */
  readonly id: string;
  readonly item: PdfTextItem;
}

type Step = (pen: AnnotationPen, args: readonly unknown[]) => void;

const numberOf = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : 0;
const withNumber =
  (step: (pen: AnnotationPen, value: number) => void): Step =>
  (pen, [value]) => {
    step(pen, numberOf(value));
  };

const steps: Readonly<Record<string, Step>> = {
  save: (pen) => {
    pen.save();
  },
  restore: (pen) => {
    pen.restore();
  },
  paintFormXObjectBegin: (pen, [matrix]) => {
    pen.save();
    if (isMatrix(matrix)) pen.transform(matrix);
  },
  paintFormXObjectEnd: (pen) => {
    pen.restore();
  },
  transform: (pen, args) => {
    if (isMatrix(args)) pen.transform(args);
  },
  beginText: (pen) => {
    pen.place([1, 0, 0, 1, 0, 0]);
  },
  setTextMatrix: (pen, [matrix]) => {
    if (isMatrix(matrix)) pen.place(matrix);
  },
  setFont: (pen, [font, size]) => {
    pen.set({ font: String(font), size: numberOf(size) });
  },
  setCharSpacing: withNumber((pen, letterSpace) => {
    pen.set({ letterSpace });
  }),
  setWordSpacing: withNumber((pen, wordSpace) => {
    pen.set({ wordSpace });
  }),
  setHScale: withNumber((pen, percent) => {
    pen.set({ stretch: percent / 100 });
  }),
  setLeading: withNumber((pen, leading) => {
    pen.set({ leading });
  }),
  setTextRise: withNumber((pen, rise) => {
    pen.set({ rise });
  }),
  moveText: (pen, [x, y]) => {
    pen.move(numberOf(x), numberOf(y));
  },
  setLeadingMoveText: (pen, [x, y]) => {
    pen.set({ leading: -numberOf(y) });
    pen.move(numberOf(x), numberOf(y));
  },
  nextLine: (pen) => {
    pen.nextLine();
  },
  showText: (pen, [glyphs]) => {
    if (Array.isArray(glyphs)) pen.show(glyphs);
  },
};

/** The text in what annotations show of themselves: captions of buttons, signatures, choices, stamps. */
export function drawnTexts(
  { fnArray, argsArray }: PdfOperators,
  codes: Readonly<Record<string, number>>,
  fontOf: (name: string) => DrawnFont | null,
): readonly DrawnText[] {
  const names = new Map(Object.entries(codes).map(([name, code]) => [code, name]));
  const texts: DrawnText[] = [];
  let pen: AnnotationPen | null = null;
  fnArray.forEach((code, index) => {
    const name = names.get(code) ?? '';
    const args = argsArray[index] ?? [];
    if (name === 'endAnnotation') pen = null;
    if (name === 'beginAnnotation') {
      const id = String(args[0]);
      pen = new AnnotationPen(fontOf, (item) => texts.push({ id, item }));
      for (const matrix of args.slice(2, 4)) if (isMatrix(matrix)) pen.transform(matrix);
    } else if (pen !== null) steps[name]?.(pen, args);
  });
  return texts;
}
