import { exactForm, hasMarks, term } from '@app/platform/kernel/fold.js';
import { phraseAt, phrasesByFirst } from './phrases.js';

/**
 * Words that say nothing about a technology. Only the exact accented form counts: folded, `của` is a crab and `tại` an
 * ear. Words written without marks count only in a query that has some elsewhere: `trong trot` is crop growing.
 */
const MARKED =
  'và của là có các những được với từ đến để này đó tại bằng về một hoặc như trên ở thì rằng bởi tôi chúng cần tìm muốn nào ' +
  'đang giúp nhờ sẽ đã rất cũng nên vì nếu gì đâu mình chị mọi mỗi vẫn đều nhằm ạ à ơi nhé nhỉ vậy lắm giùm dùm';
const BARE = 'trong theo khi cho';
/** Written like no Vietnamese syllable. */
const ENGLISH = 'of for and with from';

/** As people write them in chats: `ko`, `được` as `dc`, `mình` as `mk`. Also names of something: `vitamin K`, `motor DC`. */
const CHATTED = 'k ko hok khum hông dc đc mk bn j z zậy vs cx cty ntn nhìu';
/** How large, good or dear a thing should be; rarer than the thing itself, these would decide what is found. Also parts of names: `Zalo Mini App`, `tưới nhỏ giọt`. */
const SIZED = 'mini nhỏ lớn rẻ xịn tốt bền';
/** Function words but for what stands before or after them in the catalogue: `phân loại`, `thiết bị`, `bán tự động`, `không khí`, `cách nhiệt`. */
const BOUND: ReadonlyMap<string, 'before' | 'after' | 'either'> = new Map(
  (
    [
      ['loại', 'before'], ['bị', 'before'], ['mua', 'before'], ['bán', 'after'], ['giá', 'either'], ['dùng', 'either'], ['không', 'either'], ['sử', 'after'], ['cách', 'either'],
      ...`${CHATTED} ${SIZED}`.split(' ').map((word) => [word, 'either'] as const),
    ] as const
  ).map(([word, side]) => [exactForm(word), side]),
);

/** What people write around the thing they look for; as a whole these are certain also without accents. */
const PHRASES = (
  'tôi cần|tôi đang cần|tôi muốn|tôi đang tìm|tôi tìm|chúng tôi|công ty chúng tôi|công ty tôi|công ty em|bên tôi|bên em|bên mình|doanh nghiệp chúng tôi|' +
  'đơn vị chúng tôi|cơ sở chúng tôi|nhà tôi|em cần|anh cần|mình cần|em đang|mình đang|đang cần|đang tìm|cần tìm|cần mua|cần thuê|cần tư vấn|muốn tìm|muốn mua|' +
  'tìm mua|tìm kiếm|tìm đối tác|tìm nhà cung cấp|tìm nơi bán|tìm đơn vị|cần chuyển giao|nhận chuyển giao|muốn nhận chuyển giao|chuyển giao công nghệ|được không|được ko|dc ko|dc k|đc ko|đc k|tìm hiểu|có nhu cầu|nhu cầu mua|xin hỏi|cho hỏi|xin giới thiệu|nhờ tư vấn|tư vấn giúp|giới thiệu giúp|xin tư vấn|tìm giúp|' +
  'có đơn vị nào bán|đơn vị nào bán|đơn vị nào có|nơi nào bán|ở đâu bán|mua ở đâu|bán ở đâu|có ai bán|ai có|có bán|công ty nào|đơn vị nào|loại nào tốt|loại nào|nào tốt|' +
  'chính hãng|uy tín|giá cả phải chăng|giá phải chăng|quy mô nhỏ|giá bao nhiêu|bao nhiêu tiền|bao nhiêu|giá hợp lý|giá cả hợp lý|giá rẻ|giá tốt|xin báo giá|báo giá|dùng cho|dùng để|sử dụng cho|sử dụng để|phù hợp với|phù hợp cho|' +
  'ở đâu|có ai biết|cho em hỏi|cho mình hỏi|liên quan đến|làm sao để|làm sao|làm thế nào để|như thế nào|thế nào|cách nào|giải pháp nào|looking for|i need|we need|we are looking|where to buy|how to|in order to'
).split('|');

/** How good a thing should be, unless the catalogue has the word before beside it: "lúa chất lượng cao". */
const QUALITIES = 'chất lượng cao|chất lượng tốt|hiệu quả cao|đời mới|lâu hơn|nhanh hơn|tốt hơn|rẻ hơn|hiệu quả hơn'.split('|');

/** Whom a thing is for, as anybody may say it: few offers name them, and those that do are seldom the thing. `trại heo` and `trường học` do tell things apart. */
const AUDIENCES = 'hợp tác xã|htx|hộ gia đình|gia đình|nông hộ|hộ nông dân|nông dân|bà con nông dân|bà con|người dân|hộ kinh doanh|doanh nghiệp nhỏ và vừa|doanh nghiệp nhỏ|cơ sở nhỏ|xưởng nhỏ|hộ nhỏ'.split('|');
const FOR_AUDIENCES = ['cho', 'dành cho', 'quy mô'].flatMap((word) => AUDIENCES.map((audience) => `${word} ${audience}`));

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(exactForm));
const ALWAYS = setOf(`${MARKED} ${ENGLISH}`);
const AMONG_MARKED = setOf(BARE);
/** At the end of a question that begins with `có`. */
const QUESTION = exactForm('không');

const PHRASES_BY_FIRST = phrasesByFirst([...PHRASES, ...FOR_AUDIENCES]);
const QUALITIES_BY_FIRST = phrasesByFirst(QUALITIES);

/** Which words of a query, as typed, say nothing of what is looked for. `beside` tells pairs that the catalogue has. */
export function stopWords(typed: readonly string[], beside: (first: string, second: string) => boolean): boolean[] {
  const accented = typed.some(hasMarks);
  const forms = typed.map(exactForm);
  const stops = forms.map((form) => ALWAYS.has(form) || (accented && AMONG_MARKED.has(form)));
  const folded = typed.map(term);
  const words = typed.map((text, at) => ({ folded: folded[at], form: hasMarks(text) ? forms[at] : null }));
  for (let at = 0; at < typed.length; at++) {
    const isBound = at > 0 && beside(folded[at - 1], folded[at]);
    const length = phraseAt(PHRASES_BY_FIRST, words, at) || (isBound ? 0 : phraseAt(QUALITIES_BY_FIRST, words, at));
    stops.fill(true, at, at + length);
  }
  const last = typed.length - 1;
  if (forms[last] === QUESTION && forms.includes(exactForm('có'))) stops[last] = true;
  return stops.map((stop, at) => stop || isUnbound(forms[at], folded, at, beside));
}

function isUnbound(form: string, folded: readonly string[], at: number, beside: (first: string, second: string) => boolean): boolean {
  const side = BOUND.get(form);
  if (side === undefined || folded.length === 1) return false;
  const before = at > 0 && beside(folded[at - 1], folded[at]);
  const after = at + 1 < folded.length && beside(folded[at], folded[at + 1]);
  return side === 'before' ? !before : side === 'after' ? !after : !before && !after;
}
