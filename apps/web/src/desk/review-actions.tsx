import { Icon } from '../components/icon.js';
import { PostButton } from '../components/post-button.js';
import { ReasonForm } from '../components/reason-form.js';
import type { FormState } from '../components/form-state.js';
import { useSay } from '../i18n/say.js';

interface ReviewActionsProps {
  version: number;
  revision: number;
  allowed: string[];
  /** Address of an action of what is reviewed. */
  act: (action: string) => string;
  form?: FormState;
}

/** Approve, or return with a reason: the same for offers and requests. */
export const ReviewActions = ({ version, revision, allowed, act, form }: ReviewActionsProps) => {
  const { t } = useSay();
  return (
    <>
      {allowed.includes('approve') ? (
        <PostButton look="main" small action={act('approve')} fields={{ version }}><Icon name="check" /> {t('desk.approve', { n: revision })}</PostButton>
      ) : null}
      {allowed.includes('return') ? (
        <ReasonForm scope="return" action={act('return')} version={version} look="remove" verb={t('desk.return')} label={t('desk.return.reason')} hint={t('desk.return.hint')} form={form} />
      ) : null}
    </>
  );
};
