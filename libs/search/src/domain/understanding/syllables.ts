import { exactForm, fold, hasMarks } from '@app/platform/kernel/fold.js';

/** Rimes with their vowel marks, without tones; `y` and `i` in open syllables as `exactForm` writes them. */
const RIMES = new Set(
  (
    'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
    'i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu yêm yên yêng yêt yêu y ych o oa oac oach oai oam oan oang oanh oao oap oat oay ' +
    'oăc oăm oăn oăng oăt oc oe oem oen oeo oet oi om on ong ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut ' +
    'uê uêch uênh uơ uân uâng uât uây uôc uôi uôm uôn uông uôt uy uya uych uyn uynh uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu'
  ).split(' '),
);
const BARE_RIMES = new Set([...RIMES].map(fold));
const ONSET = /^(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?/;
const STOPPED = /(?:c|ch|p|t)$/;

/**
 * Whether an accented form (`exactForm`) is built as Vietnamese syllables are. A word that is may be meant as typed, also
 * when the catalogue lacks it; one that is not is a slip, a brand or of another language.
 */
export function isSyllable(form: string): boolean {
  const [letters, tone] = form.split('~');
  return rimesOf(letters).some((rime) => RIMES.has(rime) && (!STOPPED.test(rime) || tone === 's' || tone === 'j'));
}

/** Whether a folded word may be a syllable of which all marks are left out. */
export const isBareSyllable = (folded: string): boolean => rimesOf(folded).some((rime) => BARE_RIMES.has(rime));

function rimesOf(letters: string): string[] {
  const onset = ONSET.exec(letters)?.[0] ?? '';
  const rime = letters.slice(onset.length);
  // The vowel of `gi` and `qu` may be the rime's own: `gì`, `giếng`, `quốc`.
  return onset === 'gi' || onset === 'qu' ? [rime, letters.slice(1)] : [rime];
}

/** The form of a word that may be told from others of the same letters: a Vietnamese word without marks is one too, `ca` is a shift, `cá` a fish. */
export function exactFormOf(text: string): string | null {
  const form = exactForm(text);
  return hasMarks(text) || isSyllable(form) ? form : null;
}
