import { commonErrors, type DomainError } from './domain-error.js';

/** The answer of a policy: allowed, refused with a reason, or not even to be known of. */
export type Decision = { readonly outcome: 'granted' } | { readonly outcome: 'refused'; error: () => DomainError } | { readonly outcome: 'hidden' };

export const granted: Decision = { outcome: 'granted' };
export const hidden: Decision = { outcome: 'hidden' };
/** Takes the factory of the reason: many policies are only asked what is possible, and an error costs a stack trace. */
export const refused = (error: () => DomainError = commonErrors.forbidden): Decision => ({ outcome: 'refused', error });

export const isGranted = (decision: Decision): boolean => decision.outcome === 'granted';

/** Passes when granted. Throws the refusal's error, or `common.not_found` for what the actor may not know of. */
export const allow = (decision: Decision): void => {
  if (decision.outcome === 'granted') return;
  throw decision.outcome === 'refused' ? decision.error() : commonErrors.not_found();
};
