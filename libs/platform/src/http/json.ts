/** An answer that its maker has written as JSON already: a `T`, in UTF-8. */
export class Json<T> {
  declare readonly of?: T;

  constructor(readonly bytes: Buffer) {}
}

export const toJson = (answer: unknown): string | Buffer => (answer instanceof Json ? answer.bytes : JSON.stringify(answer));
