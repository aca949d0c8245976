export interface Script {
  readonly name: string;
  readonly sentences: readonly string[];
  /** What stands between two sentences. */
  readonly joint: string;
  /** The first words. */
  readonly words: readonly string[];
}

/** Sentences in the scripts that a caret must know. */
export const scripts: readonly Script[] = [
  {
    name: 'German',
    joint: ' ',
    sentences: ['Dr. Meier kam z. B. am 3. Oktober.', '»Geht’s noch?« fragte er.', 'Ja!'],
    words: ['Dr', 'Meier', 'kam', 'z', 'B', 'am', '3', 'Oktober', 'Geht’s'],
  },
  {
    name: 'Japanese',
    joint: '',
    sentences: ['港は六時に開いた。', '「本当か？」と彼は言った。', 'はい。'],
    words: ['港', 'は', '六'],
  },
  {
    name: 'Chinese',
    joint: '',
    sentences: ['我们今天去北京。', '真的吗？', '是的！'],
    words: ['我们', '今天', '去', '北京'],
  },
  {
    name: 'Thai',
    joint: '',
    sentences: ['ฉันไปโรงเรียนทุกวันเพื่อเรียนหนังสือ'],
    words: ['ฉัน', 'ไป', 'โรงเรียน'],
  },
  {
    name: 'Arabic',
    joint: ' ',
    sentences: ['فُتِحَ المكتبُ في السادسة.', 'هل أخبرنا أحد؟', 'لا.'],
    words: ['فُتِحَ', 'المكتبُ', 'في'],
  },
  {
    name: 'Hebrew',
    joint: ' ',
    sentences: ['הוּא הָלַךְ הביתה.', 'מה שלומך?', 'טוב.'],
    words: ['הוּא', 'הָלַךְ', 'הביתה'],
  },
  {
    name: 'Hindi',
    joint: ' ',
    sentences: ['क्षत्रिय स्त्री हिन्दी पढ़ती है।', 'क्या यह सच है?', 'हाँ।'],
    words: ['क्षत्रिय', 'स्त्री', 'हिन्दी'],
  },
  {
    name: 'Korean',
    joint: ' ',
    sentences: ['그는 집에 갔다.', '정말입니까?', '네.'],
    words: ['그는', '집에', '갔다'],
  },
  {
    name: 'Russian',
    joint: ' ',
    sentences: ['Он жил на ул. Ленина.', 'Где же ёлка?', 'Вот!'],
    words: ['Он', 'жил', 'на', 'ул', 'Ленина'],
  },
  {
    name: 'Greek',
    joint: ' ',
    sentences: ['Τι είναι αυτό;', 'Δεν ξέρω τίποτα.', 'Ναι!'],
    words: ['Τι', 'είναι', 'αυτό'],
  },
  {
    name: 'emoji',
    joint: ' ',
    sentences: ['The 👩‍👩‍👧 and the 🇩🇪🇫🇷 and e\u0301 met.', 'Cool 👍🏽!', '🏳️‍🌈 done.'],
    words: ['The', 'and', 'the', 'and', 'e\u0301', 'met', 'Cool', 'done'],
  },
];
