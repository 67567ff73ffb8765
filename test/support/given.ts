import type { Answer, WholeFloor } from './floor.js';

const OFFER = { kind: 'equipment', summary: 'Sấy xoài bằng bơm nhiệt, giữ màu và mùi.', fields: ['food-technology'] };
const REQUEST = { need: 'Cơ sở cần máy sấy xoài bằng bơm nhiệt, giữ màu và mùi.', fields: ['food-technology'], budgetMax: 500_000_000 };

const made = (answer: Answer): any => {
  if (answer.status >= 300) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body;
};

/** Things in a given state, made over HTTP as people would: offers of `supplier@`, requests of `enterprise@`. */
export const givenOn = (floor: WholeFloor) => {
  const supplier = floor.as('supplier');
  const enterprise = floor.as('enterprise');
  const broker = floor.as('broker');
  let count = 0;

  const draft = async (more: object = {}): Promise<any> => made(await supplier.post('offers', { ...OFFER, title: `Máy sấy xoài bơm nhiệt ${++count}`, ...more }));
  const submitted = async (more: object = {}): Promise<any> => made(await supplier.post(`offers/${(await draft(more)).id}/submit`));
  const live = async (more: object = {}): Promise<any> => made(await broker.post(`offers/${(await submitted(more)).id}/approve`));
  const draftRequest = async (more: object = {}): Promise<any> => made(await enterprise.post('requests', { ...REQUEST, title: `Cần máy sấy xoài ${++count}`, ...more }));
  const submittedRequest = async (more: object = {}): Promise<any> => made(await enterprise.post(`requests/${(await draftRequest(more)).id}/submit`));
  const openRequest = async (more: object = {}): Promise<any> => made(await broker.post(`requests/${(await submittedRequest(more)).id}/approve`));
  const enquiry = async (offerId?: string): Promise<any> => made(await enterprise.post(`offers/${offerId ?? (await live()).id}/enquiries`, { message: 'Xin báo giá.' }));
  const confirmed = async (): Promise<any> => {
    const { id } = await enquiry();
    made(await supplier.post(`connections/${id}/confirm`));
    return made(await enterprise.post(`connections/${id}/confirm`));
  };

  return {
    draft, submitted, live,
    revised: async () => {
      const offer = await live();
      made(await supplier.patch(`offers/${offer.id}`, { version: offer.version, summary: 'Mới' }));
      return made(await supplier.post(`offers/${offer.id}/submit`));
    },
    withdrawn: async () => made(await supplier.post(`offers/${(await live()).id}/withdraw`)),
    suspended: async () => made(await broker.post(`offers/${(await live()).id}/suspend`, { reason: 'Sai sự thật' })),
    draftRequest, submittedRequest, openRequest,
    closedRequest: async () => made(await enterprise.post(`requests/${(await openRequest()).id}/close`, { outcome: 'solved-here' })),
    enquiry, confirmed,
    made,
  };
};

export type Given = ReturnType<typeof givenOn>;
