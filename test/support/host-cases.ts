// Sources that cost much, for whatever reads them.

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Emphasis that never closes takes the Markdown parser quadratic time: minutes of it. */
export const endless = {
  name: 'endless.md',
  bytes: bytesOf(`${'['.repeat(50_000)}${'*a **b '.repeat(60_000)}`),
};

/** Half a million paragraphs: more than a few hundred megabytes while they are read. */
export const hungry = { name: 'hungry.html', bytes: bytesOf('<p>x'.repeat(600_000)) };

export const plain = { name: 'plain.md', bytes: bytesOf('# T\n\ntext') };
