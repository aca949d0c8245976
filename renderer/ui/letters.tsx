interface LettersProps {
  readonly text: string;
  /** Where it starts in what the places count from. */
  readonly from?: number;
  readonly indexes: readonly number[];
}

/** Text with the matched letters set off, in as few pieces as there are runs of them. */
export function Letters({ text, from = 0, indexes }: LettersProps) {
  const matched = new Set(indexes);
  const pieces: { text: string; hit: boolean }[] = [];
  for (let index = 0; index < text.length; index++) {
    const hit = matched.has(from + index);
    const last = pieces.at(-1);
    if (last?.hit === hit) last.text += text.charAt(index);
    else pieces.push({ text: text.charAt(index), hit });
  }
  return pieces.map((piece, index) =>
    piece.hit ? <b key={index}>{piece.text}</b> : <span key={index}>{piece.text}</span>,
  );
}
