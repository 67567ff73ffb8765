import { Callable } from '../components/callable.js';
import { useSay } from '../i18n/say.js';
import { mayPostNeed, mayPostOffer, type PageView } from './page-view.js';

export const Footer = ({ view: { centre, viewer } }: { view: PageView }) => {
  const { t, path, phone, hours } = useSay();
  const help = path('about');
  return (
    <footer class="site-footer">
      <div class="frame footer-columns">
        <div>
          <h2>{centre.name}</h2>
          <p><Callable text={t('footer.operator', { phone: phone(centre.phone), hours: hours(centre.hours) })} number={centre.phone} /></p>
        </div>
        <div>
          <h2>{t('footer.use')}</h2>
          <ul>
            {mayPostNeed(viewer) ? <li><a href={path('requestNew')}>{t('footer.postNeed')}</a></li> : null}
            {mayPostOffer(viewer) ? <li><a href={path('myOfferNew')}>{t('footer.postOffer')}</a></li> : null}
            <li><a href={help}>{t('footer.help')}</a></li>
          </ul>
        </div>
        <div>
          <h2>{t('footer.open')}</h2>
          <ul>
            <li><a href={`${help}#ranking`}>{t('footer.ranking')}</a></li>
            <li><a href={`${help}#figures`}>{t('footer.figures')}</a></li>
            <li><a href={`${help}#matching`}>{t('footer.matching')}</a></li>
          </ul>
        </div>
        <div>
          <h2>{t('footer.more')}</h2>
          <ul>
            <li><a href={path('suppliers')}>{t('nav.suppliers')}</a></li>
            <li><a href={path('requests')}>{t('nav.requests')}</a></li>
            <li><a href={`${help}#rights`}>{t('footer.rights')}</a></li>
          </ul>
        </div>
      </div>
    </footer>
  );
};
