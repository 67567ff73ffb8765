// How people spoil a query: each class takes clean words of an offer and gives what is typed.
import { pickWith, randomOf } from './search-corpora.mjs';

/** Every facet of `GET /offers`. */
export const FACETS = ['field', 'kind', 'province', 'supplier', 'trl', 'transferMode', 'condition', 'readyToTransfer'];

const TONES = { '\u0300': ['f', '2'], '\u0301': ['s', '1'], '\u0303': ['x', '4'], '\u0309': ['r', '3'], '\u0323': ['j', '5'] };
const TONE_MARKS = Object.keys(TONES);
const ANY_TONE = /[\u0300\u0301\u0303\u0309\u0323]/g;

export const bare = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
export const syllablesOf = (text) => text.normalize('NFC').match(/\p{Nd}+(?:[.,]\p{Nd}+)*|[\p{L}\p{M}\p{Nd}]+/gu) ?? [];
export const foldedOf = (text) => syllablesOf(bare(text).toLowerCase()).join(' ');

/** One slip in a word of at least three letters: lost, doubled, swapped or replaced by its neighbour on the keyboard. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const neighbour = (letter, random) => {
  const row = ROWS.find((keys) => keys.includes(letter));
  if (!row) return letter + letter;
  const at = row.indexOf(letter) + (random() < 0.5 ? -1 : 1);
  return row[at] ?? row[row.indexOf(letter) === 0 ? 1 : row.length - 2];
};
export const slip = (text, random, times = 1) => {
  const parts = text.split(' ');
  const open = [...parts.keys()].filter((i) => [...parts[i]].length >= 3 && !/\d/.test(parts[i]));
  for (let n = 0; n < times && open.length > 0; n++) {
    const [which] = open.splice(Math.floor(random() * open.length), 1);
    const letters = [...parts[which]];
    const at = 1 + Math.floor(random() * (letters.length - 1));
    const kind = Math.floor(random() * 4);
    if (kind === 0) letters.splice(at, 1);
    else if (kind === 1) letters.splice(at, 0, letters[at]);
    else if (kind === 2 && letters[at] !== letters[at - 1]) [letters[at - 1], letters[at]] = [letters[at], letters[at - 1]];
    else letters[at] = neighbour(bare(letters[at]).toLowerCase(), random);
    parts[which] = letters.join('');
  }
  return parts.join(' ');
};

const keysOf = (syllable, vni) => {
  let tone = '';
  const out = [...syllable.toLowerCase().normalize('NFD')].map((c, i, all) => {
    if (TONES[c]) return ((tone = TONES[c][vni ? 1 : 0]), '');
    const vowel = all.slice(0, i).findLast((other) => !/[\u0300-\u036f]/.test(other));
    if (c === '\u0302') return vni ? '6' : vowel;
    if (c === '\u0306') return vni ? '8' : 'w';
    if (c === '\u031b') return vni ? '7' : 'w';
    return c === 'đ' ? (vni ? 'd9' : 'dd') : c;
  });
  const keys = out.join('');
  return (vni ? keys : keys.replace('uwow', 'uow')) + tone;
};
export const telex = (text) => text.split(' ').map((word) => keysOf(word, false)).join(' ');
export const vni = (text) => text.split(' ').map((word) => keysOf(word, true)).join(' ');

const toneless = (text, random) => text.split(' ').map((word) => (random() < 0.6 ? word.normalize('NFD').replace(ANY_TONE, '').normalize('NFC') : word)).join(' ');
const wrongTones = (text, random) => {
  const parts = text.split(' ');
  const toned = [...parts.keys()].filter((i) => /[aeiouyăâêôơư]/i.test(bare(parts[i])) && bare(parts[i]) !== parts[i]);
  for (let n = 0; n < 2 && toned.length > 0; n++) {
    const [which] = toned.splice(Math.floor(random() * toned.length), 1);
    const plain = parts[which].normalize('NFD').replace(ANY_TONE, '');
    const old = parts[which].normalize('NFD').match(ANY_TONE)?.[0];
    const tone = TONE_MARKS.filter((mark) => mark !== old)[Math.floor(random() * (TONE_MARKS.length - 1))];
    const at = plain.search(/[aeiouy](?!.*[aeiouy]{2})/i);
    const end = at + 1 + (/[\u0300-\u036f]/.test(plain[at + 1] ?? '') ? 1 : 0);
    if (at >= 0) parts[which] = (plain.slice(0, end) + tone + plain.slice(end)).normalize('NFC');
  }
  return parts.join(' ');
};
const shuffled = (list, random) => list.map((item) => [random(), item]).sort((a, b) => a[0] - b[0]).map(([, item]) => item);
const cut = (text) => (/\p{L}{3}$/u.test(text.split(' ').at(-1)) ? [...text].slice(0, -1).join('') : text);
const half = (text) => text.split(' ').slice(0, Math.max(3, Math.ceil(text.split(' ').length / 2) + 1)).join(' ');
const glued = (text, random) => text.split(' ').reduce((line, word, i) => line + (i === 0 ? '' : random() < 0.5 ? '' : ' ') + word, '');

export const EASY = {
  'no accents': (q) => bare(q),
  accents: (q) => q,
  'one typo': (q, random) => slip(random() < 0.5 ? bare(q) : q, random),
  'word order': (q, random) => shuffled(q.split(' '), random).join(' '),
  'cut word': (q) => cut(half(q)),
  Telex: (q) => telex(q),
  'missing tones': toneless,
};
export const HARD = {
  'two keywords': (q) => bare(q),
  'two typos': (q, random) => slip(random() < 0.5 ? bare(q) : q, random, 2),
  'typo, cut': (q, random) => cut(slip(bare(q), random)),
  'Telex, typo': (q, random) => slip(telex(q), random),
  VNI: (q) => vni(q),
  glued: (q, random) => glued(bare(q), random),
  'wrong tones': wrongTones,
  sentence: (q, random) => pickWith(random)(SENTENCES)(...halves(q)),
};
const halves = (q) => {
  const parts = q.split(' ');
  const at = Math.ceil(parts.length / 2);
  return [parts.slice(0, at).join(' '), parts.slice(at).join(' ')];
};
const SENTENCES = [
  (a, b) => `tôi đang cần tìm ${a} dùng cho ${b}`,
  (a, b) => `công ty chúng tôi muốn mua ${a} ${b} giá hợp lý`,
  (a, b) => `có đơn vị nào bán ${a} loại ${b} không`,
  (a, b) => `nhờ tư vấn giúp ${a} và ${b}`,
];

/** The whole title, or its first five to seven syllables. */
const easyWords = (title, random) => {
  const parts = syllablesOf(title);
  return (random() < 0.4 ? parts.slice(0, 14) : parts.slice(0, 5 + Math.floor(random() * 3))).join(' ');
};
/** Two keywords that the title has, in either order; without keywords two runs of two or three syllables. */
const hardWords = (title, random, keywords) => {
  const lower = ` ${syllablesOf(title.toLowerCase()).join(' ')} `;
  const named = keywords.map((word) => syllablesOf(word.toLowerCase()).join(' ')).filter((word) => word && lower.includes(` ${word} `));
  if (named.length > 1) return shuffled(named, random).slice(0, 2).join(' ');
  const parts = syllablesOf(title);
  if (parts.length < 5) return parts.join(' ');
  const first = Math.floor(random() * 2);
  const a = parts.slice(first, first + 2 + Math.floor(random() * 2));
  const rest = parts.slice(first + a.length);
  const at = Math.floor(random() * Math.max(1, rest.length - 2));
  const b = rest.slice(at, at + 2 + Math.floor(random() * 2));
  return shuffled([a, b], random).map((run) => run.join(' ')).join(' ');
};

/** `count` queries of each class: what is typed, the clean words, and which offers are right by their titles. */
export const knownItems = (offers, classes, count, seed, hard) => {
  const random = randomOf(seed);
  const pick = pickWith(random);
  const titles = offers.map((offer) => ({ id: offer.id, folded: ` ${foldedOf(offer.title)} ` }));
  const rightBySyllables = (folded) => {
    const wanted = folded.split(' ');
    return titles.filter((title) => wanted.every((word) => title.folded.includes(` ${word} `)));
  };
  const rightByPhrase = (folded) => titles.filter((title) => title.folded.includes(` ${folded} `));
  return Object.entries(classes).flatMap(([name, spoil]) =>
    Array.from({ length: count }, () => {
      const { title, keywords } = pick(offers);
      const clean = (hard ? hardWords : easyWords)(title, random, keywords);
      const half_ = name === 'cut word' ? half(clean).split(' ').slice(0, -1).join(' ') || clean : clean;
      const folded = foldedOf(half_);
      const right = hard || name === 'word order' ? rightBySyllables(folded) : rightByPhrase(folded);
      return { name, clean, typed: spoil(clean, random).normalize('NFC'), right: new Set(right.map(({ id }) => id)) };
    }),
  );
};

/** Titles whose Vietnamese name is replaced by the English one; right is what the Vietnamese would find. */
export const englishItems = (offers, pairs, count, seed) => {
  const random = randomOf(seed);
  const pick = pickWith(random);
  const titles = offers.map((offer) => ({ offer, lower: ` ${syllablesOf(offer.title.toLowerCase()).join(' ')} ` }));
  const found = [];
  for (let tries = 0; found.length < count && tries < count * 200; tries++) {
    const { offer, lower } = pick(titles);
    const pair = pick(pairs);
    if (offer.lang === 'en' || !lower.includes(` ${pair.vi} `)) continue;
    const clean = lower.trim().split(' ').slice(0, 8).join(' ');
    if (!` ${clean} `.includes(` ${pair.vi} `)) continue;
    const folded = foldedOf(clean);
    const right = titles.filter((title) => ` ${foldedOf(title.offer.title)} `.includes(` ${folded} `));
    found.push({ name: 'English synonym', clean, typed: ` ${clean} `.replace(` ${pair.vi} `, ` ${pair.en} `).trim(), right: new Set(right.map(({ offer: { id } }) => id)) });
  }
  return found;
};

/** How English titles are typed; right is every offer whose title has all the words that were meant. */
const ENGLISH = {
  clean: (words) => [words, words.join(' ')],
  'one typo': (words, random) => [words, slip(words.join(' '), random)],
  'two words': (words, random) => {
    const two = shuffled(words.filter((word) => /^[a-z]{4,}$/i.test(word)), random).slice(0, 2);
    return [two, two.join(' ')];
  },
  'cut word': (words) => [words.slice(0, -1), cut(words.join(' '))],
};
export const englishTitles = (offers, count, seed) => {
  const random = randomOf(seed);
  const pick = pickWith(random);
  const held = offers.map(({ id, title }) => ({ id, words: new Set(foldedOf(title).split(' ')) }));
  const open = offers.filter(({ title }) => syllablesOf(title).filter((word) => /^[a-z]{4,}$/i.test(word)).length >= 2);
  return Object.entries(ENGLISH).flatMap(([name, type]) =>
    Array.from({ length: count }, () => {
      const words = syllablesOf(pick(open).title).slice(0, 3 + Math.floor(random() * 4));
      const [meant, typed] = type(words, random);
      const right = held.filter((offer) => foldedOf(meant.join(' ')).split(' ').every((word) => offer.words.has(word)));
      return { name, clean: meant.join(' '), typed, right: new Set(right.map(({ id }) => id)) };
    }),
  );
};
