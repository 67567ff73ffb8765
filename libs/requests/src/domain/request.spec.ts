import { DomainError, uuidv7 } from '@app/platform';
import { EMPTY_REQUEST, Request, type RequestAction, RequestRevision } from './request.js';

const now = new Date('2026-11-24T00:00:00Z');

const draft = (): Request => {
  const request = Object.assign(new Request(), { id: uuidv7(), state: 'draft', live: null, anonymous: false, version: 1 });
  const content = { ...EMPTY_REQUEST, title: 'Cần máy sấy', need: 'Sấy 500 kg xoài mỗi mẻ' };
  request.working = RequestRevision.begin({ id: uuidv7(), requestId: request.id, number: 1, by: null, now }, content);
  return request;
};
const submitted = (): Request => { const r = draft(); r.submit(null, now); return r; };
const open = (): Request => { const r = submitted(); r.approve(null, now); return r; };

const run = (r: Request, action: RequestAction): void => {
  if (action === 'edit') r.edit({ title: 'Mới' }, null, now, uuidv7());
  else if (action === 'return') r.return('chưa rõ', null, now);
  else if (action === 'close') r.close('solved-here', null, now);
  else if (action === 'submit' || action === 'approve') void r[action](null, now);
  else r[action](now);
};

const ALL: RequestAction[] = ['edit', 'submit', 'recall', 'withdraw', 'reopen', 'close', 'approve', 'return'];

describe('Request', () => {
  const states: Record<string, { make: () => Request; allows: RequestAction[] }> = {
    draft: { make: draft, allows: ['edit', 'submit', 'withdraw'] },
    submitted: { make: submitted, allows: ['recall', 'approve', 'return', 'withdraw'] },
    returned: { make: () => { const r = submitted(); run(r, 'return'); return r; }, allows: ['edit', 'submit', 'withdraw'] },
    open: { make: open, allows: ['edit', 'close', 'withdraw'] },
    closed: { make: () => { const r = open(); run(r, 'close'); return r; }, allows: ['reopen'] },
    withdrawn: { make: () => { const r = open(); run(r, 'withdraw'); return r; }, allows: ['reopen'] },
  };

  it.each(Object.keys(states))('%s allows exactly its actions', (name) => {
    const { make, allows } = states[name];
    for (const action of ALL) {
      const request = make();
      if (allows.includes(action)) expect(() => run(request, action)).not.toThrow();
      else expect(() => run(request, action)).toThrow(DomainError);
    }
  });

  it('stays open with its approved revision while a change is under review', () => {
    const request = open();
    run(request, 'edit');
    run(request, 'submit');
    expect(request).toMatchObject({ state: 'open', live: { title: 'Cần máy sấy' }, working: { title: 'Mới', state: 'submitted' } });
    run(request, 'approve');
    expect(request.live!.title).toBe('Mới');
  });

  it('comes back open after it was closed, or as the draft that it was', () => {
    const closed = states['closed'].make();
    closed.reopen(now);
    expect(closed.state).toBe('open');
    const dropped = draft();
    dropped.withdraw(now);
    dropped.reopen(now);
    expect(dropped.state).toBe('draft');
  });
});
