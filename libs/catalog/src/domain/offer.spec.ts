import { DomainError, uuidv7 } from '@app/platform';
import { Offer, type OfferAction } from './offer.js';
import { EMPTY_CONTENT, OfferRevision } from './offer-revision.js';

const now = new Date('2026-11-24T00:00:00Z');

const draft = (): Offer => {
  const offer = Object.assign(new Offer(), { id: uuidv7(), visibility: 'unpublished', live: null, publishedAt: null, version: 1 });
  offer.working = OfferRevision.first(uuidv7(), offer.id, { ...EMPTY_CONTENT, title: 'Máy sấy', kind: 'equipment', summary: 'Sấy trái cây' }, null, now);
  return offer;
};

const live = (): Offer => {
  const offer = draft();
  offer.submit(null, now);
  offer.approve(null, now);
  return offer;
};

const run = (offer: Offer, action: OfferAction): void => {
  if (action === 'edit') offer.edit({ title: 'Mới' }, null, now, uuidv7());
  else if (action === 'return') offer.return('thiếu ảnh', null, now);
  else if (action === 'submit' || action === 'approve') offer[action](null, now);
  else offer[action](now);
};

const ALL: OfferAction[] = ['edit', 'submit', 'recall', 'withdraw', 'relist', 'approve', 'return', 'suspend', 'resume'];

describe('Offer', () => {
  const states: Record<string, { make: () => Offer; allows: OfferAction[] }> = {
    draft: { make: draft, allows: ['edit', 'submit'] },
    submitted: { make: () => { const o = draft(); o.submit(null, now); return o; }, allows: ['recall', 'approve', 'return'] },
    returned: { make: () => { const o = draft(); o.submit(null, now); o.return('x', null, now); return o; }, allows: ['edit', 'submit'] },
    live: { make: live, allows: ['edit', 'withdraw', 'suspend'] },
    'live with a newer draft': { make: () => { const o = live(); run(o, 'edit'); return o; }, allows: ['edit', 'submit', 'withdraw', 'suspend'] },
    withdrawn: { make: () => { const o = live(); o.withdraw(now); return o; }, allows: ['edit', 'relist'] },
    suspended: { make: () => { const o = live(); o.suspend(now); return o; }, allows: ['edit', 'resume'] },
  };

  it.each(Object.keys(states))('%s allows exactly its actions', (name) => {
    const { make, allows } = states[name];
    for (const action of ALL) {
      const offer = make();
      if (allows.includes(action)) expect(() => run(offer, action)).not.toThrow();
      else expect(() => run(offer, action)).toThrow(DomainError);
    }
  });

  it('keeps the approved revision public while a newer one is under review', () => {
    const offer = live();
    run(offer, 'edit');
    run(offer, 'submit');
    expect(offer.live!.title).toBe('Máy sấy');
    expect(offer.working).toMatchObject({ title: 'Mới', number: 2, state: 'submitted' });
    run(offer, 'approve');
    expect(offer.live!.title).toBe('Mới');
  });

  it('recalls a waiting revision when it is withdrawn', () => {
    const offer = live();
    run(offer, 'edit');
    run(offer, 'submit');
    offer.withdraw(now);
    expect(offer).toMatchObject({ visibility: 'withdrawn', working: { state: 'draft' } });
  });

  it('leaves the floor after its last day in Viet Nam and comes back by an approval of a newer revision', () => {
    const offer = draft();
    offer.working.validUntil = '2026-11-24';
    offer.submit(null, now);
    offer.approve(null, now);
    expect(() => offer.expire(new Date('2026-11-24T16:59:59Z'))).toThrow(DomainError);
    const dayAfter = new Date('2026-11-24T17:00:00Z');
    offer.expire(dayAfter);
    expect(offer).toMatchObject({ visibility: 'unpublished', isPublic: false });
    offer.edit({ title: 'Mới' }, null, dayAfter, uuidv7());
    expect(() => offer.submit(null, dayAfter)).toThrow(expect.objectContaining({ fields: [expect.objectContaining({ field: 'validUntil' })] }));
    offer.edit({ validUntil: '2026-11-25' }, null, dayAfter, uuidv7());
    offer.submit(null, dayAfter);
    offer.approve(null, dayAfter);
    expect(offer.isPublic).toBe(true);
  });

  it('looks at the last day again before it becomes public: an approval and a relisting name it, a resumed offer expires', () => {
    const dayAfter = new Date('2026-11-24T17:00:00Z');
    const naming = expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'validUntil', code: 'past' })] });
    const until = (offer: Offer): Offer => {
      offer.working.validUntil = '2026-11-24';
      return offer;
    };
    const waiting = until(draft());
    waiting.submit(null, now);
    expect(() => waiting.approve(null, dayAfter)).toThrow(naming);
    expect(waiting).toMatchObject({ visibility: 'unpublished', live: null, working: { state: 'submitted' } });
    waiting.return('hạn đã qua', null, dayAfter);

    const withdrawn = until(live());
    withdrawn.withdraw(now);
    expect(() => withdrawn.relist(dayAfter)).toThrow(naming);
    expect(withdrawn.visibility).toBe('withdrawn');
    withdrawn.relist(now);

    const suspended = until(live());
    suspended.suspend(now);
    suspended.resume(dayAfter);
    suspended.expire(dayAfter);
    expect(suspended.visibility).toBe('unpublished');
  });

  it('does not come back by an approval while it is suspended', () => {
    const offer = live();
    run(offer, 'edit');
    run(offer, 'submit');
    offer.suspend(now);
    offer.approve(null, now);
    expect(offer.visibility).toBe('suspended');
  });

  it('names what is missing before it can be submitted', () => {
    const offer = draft();
    offer.working.summary = '';
    expect(() => offer.submit(null, now)).toThrow(expect.objectContaining({ kind: 'invalid', fields: [expect.objectContaining({ field: 'summary' })] }));
  });
});
