// What Unicode's rules for sentences (UAX 29) cannot know: abbreviations, speech in quotes, notes after the full stop.

/**
 * Where a sentence ends that the segmenter lets end at `boundary`: there, a little before or after it, or nowhere
 * (null), because it goes on. Looks at a few letters on both sides alone.
 */
export function sentenceEnd(passage: string, start: number, boundary: number): number | null {
  if (boundary >= passage.length) return passage.length;
  const end = pastBrackets(passage, start, boundary);
  if (end >= passage.length) return passage.length;
  const before = passage.slice(Math.max(start, end - reach), end).trimEnd();
  const after = passage.slice(end, end + reach).trimStart();
  if (speech.test(before) && lowerCase.test(after)) return null;
  if (japaneseSpeech.test(before) && japaneseQuoting.test(after)) return null;
  if (start === 0 && number.test(before)) return null;
  if (never.test(before)) return null;
  if (seldom.test(before) && !sentenceStart.test(after)) return null;
  if (germanOrdinal.test(before) && !sentenceStart.test(after)) return null;
  if (germanDay.test(before) && germanMonth.test(after)) return null;
  return end;
}

const reach = 48;

/** The mark of a note belongs to the sentence before it, a bracket or quote to what it encloses. */
function pastBrackets(passage: string, start: number, boundary: number): number {
  const after = passage.slice(boundary, boundary + reach);
  const before = passage.slice(Math.max(start, boundary - reach), boundary);
  const opened = /[\p{Ps}\p{Pi}]+$/u.exec(before)?.[0] ?? '';
  // “ opens in English and closes in German: what stands before a space closes.
  if (opened !== '' && opened.length < before.length && /^\S/.test(after)) {
    const note = /^\d{1,4}\](?:\[\d{1,4}\])*/.exec(after);
    if (opened === '[' && note !== null) return boundary + note[0].length;
    if (!/[“‘]/.test(opened)) return boundary - opened.length;
  }
  // « Quoi ? » has a space before the closing quote; »So« opens with the same sign and has none after it.
  const closed = /^(?:[»›)\]]+(?=[\s,.;]|$)|[⁰¹²³⁴-⁹]+)/u.exec(after);
  return boundary + (closed?.[0].length ?? 0);
}

const speech = /[?!…][\p{Pe}\p{Pf}"'“‘«‹\s]*[\p{Pe}\p{Pf}"'“‘«‹]$/u;
const lowerCase = /^\p{Ll}/u;
const japaneseSpeech = /[。！？!?][」』）]+$/u;
const japaneseQuoting = /^(?:と|って|など|なんて)/u;
/** "1. First": the number of an item stands at the start of a passage. */
const number = /^\p{Ps}?\d{1,3}[.)]$/u;

const opening = String.raw`(?:^|[\s(\[“„"‘«»'’/-])`;
/** A name or more words always follow: "Dr. Meier", "z. B.", "e.g. this". */
const never = new RegExp(
  opening +
    String.raw`(?:(?:Mrs?|Ms|Mx|Drs?|Prof|St|Ste|Messrs|Rev|Hon|Gen|Col|Capt|Lt|Sgt|Gov|Sen|Rep|vs|cf|e\.\s?g|i\.\s?e|viz|approx|Nr|Nrn|Abs|Abb|Kap|Bd|Bde|Hrsg|bzw|ca|vgl|Vgl|Cf|sog|Hr|Fr|Frl|Dipl|z\.\s?B|d\.\s?h|u\.\s?a|s\.\s?o|s\.\s?u|i\.\s?d\.\s?R|z\.\s?T|o\.\s?ä|MM|Mme|Mlle|Mgr|p\.\s?ex|c\.-à-d|Sr|Sra|Srta|Dña|Ud|Uds|p\.\s?ej|Sig|Dott|Dhr|Mevr|bijv|Fig|Figs|Nos|Vol|vols?|pp?|eds?|Eq|Sec|Ch|т\.\s?е|т\.\s?д|т\.\s?п|ул|стр|рис|см|гл)\.|\p{Ll}\.)$`,
  'u',
);
/** They may end a sentence too, which shows by what follows: "the U.S. Army", but "in the U.S. The army". */
const seldom = new RegExp(
  opening +
    String.raw`(?:\p{L}\.|(?:\p{L}\.\s?)+\p{L}\.|(?:Inc|Ltd|Co|No|Art|Tab|Corp|Bros|Jr|usw|etc|Jh|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|Okt|Dez)\.)$`,
  'u',
);
/** Words that seldom are a name and often begin a sentence. */
const sentenceStart =
  /^["“„«»‘']?(?:The|An?|He|She|It|We|They|You|I|But|And|Or|In|On|At|This|That|These|Those|There|If|When|While|As|For|So|Then|After|Before|His|Her|Their|Our|My|Its|No|Not|What|Who|Why|How|Where|Some|Many|Most|All|However|Der|Die|Das|Den|Dem|Eine?|Er|Sie|Es|Wir|Ich|Ihr|Aber|Und|Oder|Im|Am|Auf|Bei|Mit|Nach|Wenn|Als|Da|Dann|Doch|Auch|Diese[rsm]?|Man|Nun|Was|Wer|Wie|Wo|Warum|Les?|La|Une?|Ils?|Elles?|Nous|Vous|Je|On|Mais|Et|El|L[oa]s|Una?|Pero|Y|Il|Gli|Ma|О|Он|Она|Они|Мы|Вы|Я|И|Но|А|В|На|Это)[\s,]/u;
/** "am 3. Oktober", "der 2. Weltkrieg": German writes ordinals with a full stop. */
const germanOrdinal = /\b(?:am|vom|zum|beim|der|die|das|des|dem|den|im|bis|ab|seit)\s\d{1,3}\.$/u;
const germanDay = /(?:^|\s)\d{1,2}\.$/u;
const germanMonth =
  /^(?:Jan|Jän|Feb|März|April|Mai|Juni|Juli|Aug|Sept|Okt|Nov|Dez|Jahrhundert|Auflage|Klasse|Kapitel)/u;
