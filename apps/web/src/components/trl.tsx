import { type Say, useSay } from '../i18n/say.js';

const LEVELS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
type Level = (typeof LEVELS)[number];

const stageOf = (trl: number): 'research' | 'trial' | 'operation' => {
  if (trl <= 3) return 'research';
  return trl <= 6 ? 'trial' : 'operation';
};

/** TRL 9, vận hành. */
export const trlText = ({ t }: Say, trl: number): string => t('trl.short', { n: trl, stage: t(`trl.stage.${stageOf(trl)}`) });

/** The level in words with nine small cells; the cells only repeat the words. */
export const TrlShort = ({ trl }: { trl: number }) => (
  <span class="trl-short">
    {trlText(useSay(), trl)}
    <span class="trl-cells" aria-hidden="true">
      {LEVELS.map((level) => <i key={level} class={level <= trl ? 'on' : undefined} />)}
    </span>
  </span>
);

/** Nine knots on a rod, the reached one hanging, with the official sentence. */
export const TrlRod = ({ trl }: { trl: number }) => {
  const { t } = useSay();
  const level = Math.min(9, Math.max(1, Math.round(trl))) as Level;
  return (
    <section class="trl" aria-labelledby="trl-title">
      <h2 id="trl-title">{t('trl.title', { n: level })}</h2>
      <p>{t(`trl.level.${level}`)}.</p>
      <ol class="trl-rod" aria-hidden="true">
        {LEVELS.map((n) => (
          <li key={n} class={n < level ? 'passed' : n === level ? 'reached' : undefined}>
            <span>{n}</span>
          </li>
        ))}
      </ol>
      <ul class="trl-stages" aria-hidden="true">
        <li>{t('trl.stage.research')}</li>
        <li>{t('trl.stage.trial')}</li>
        <li>{t('trl.stage.operation')}</li>
      </ul>
    </section>
  );
};
