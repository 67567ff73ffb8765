/** An answer that its maker has written as JSON already: the text of a `T`. */
export class Json<T> {
  declare readonly of?: T;

  constructor(readonly text: string) {}
}

export const toJson = (answer: unknown): string => (answer instanceof Json ? answer.text : JSON.stringify(answer));
