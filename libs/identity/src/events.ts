/** The person behind an account is forgotten: whoever holds something of `accountId` erases it. */
export const ACCOUNT_ERASED = 'identity.account_erased.v1';
