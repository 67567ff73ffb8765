import { useSay } from '../i18n/say.js';
import { Icon } from './icon.js';

/** Words by score in 0..100; below 40 nothing is shown as fitting. */
const wordOf = (percent: number): 'high' | 'middle' | 'part' | 'low' => {
  if (percent >= 80) return 'high';
  if (percent >= 60) return 'middle';
  return percent >= 40 ? 'part' : 'low';
};

/** Fit in words, bar of ten cells and number. `score` is in 0..1. */
export const Fit = ({ score }: { score: number }) => {
  const { t } = useSay();
  const percent = Math.round(score * 100);
  const filled = Math.round(percent / 10);
  return (
    <div class="fit">
      <p class="fit-word">{t(`fit.${wordOf(percent)}`)}</p>
      <span class="fit-bar" aria-hidden="true">
        {Array.from({ length: 10 }, (_, cell) => <i key={cell} class={cell < filled ? 'on' : undefined} />)}
      </span>
      <p>{percent}/100</p>
    </div>
  );
};

/** A reason in the reader's language; a why-not without a value on the offer's side is unknown, not unfit. */
export interface WhyNot {
  text: string;
  hard?: boolean;
  unknown?: boolean;
}

/** Two columns: why it fits, and what does not or is not known. */
export const MatchReasons = ({ reasons, whyNots }: { reasons: { text: string }[]; whyNots: WhyNot[] }) => {
  const { t } = useSay();
  return (
    <div class="reasons two">
      <div>
        <h4>{t('match.why')}</h4>
        {reasons.length ? (
          <ul>
            {reasons.map(({ text }) => (
              <li key={text} class="is-ok"><Icon name="check" label={t('match.fits')} /> <span>{text}</span></li>
            ))}
          </ul>
        ) : <p class="meta">{t('match.noReason')}</p>}
      </div>
      <div>
        <h4>{t('match.whyNot')}</h4>
        {whyNots.length ? (
          <ul>
            {whyNots.map(({ text, unknown }) => (
              <li key={text} class={unknown ? 'is-unknown' : 'is-bad'}>
                <Icon name={unknown ? 'circle-question-mark' : 'x'} label={t(unknown ? 'match.unknown' : 'match.misfits')} /> <span>{text}</span>
              </li>
            ))}
          </ul>
        ) : <p class="meta">{t('match.noWhyNot')}</p>}
      </div>
    </div>
  );
};
