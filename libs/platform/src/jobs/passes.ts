/**
 * A piece of work over what is there when it begins, one at a time. Whoever asks for it while a pass goes on waits for the one after,
 * which all share: the pass at hand may have begun before the change that is asked for.
 */
export class Passes {
  private passing: Promise<void> | undefined;
  private queued: Promise<void> | undefined;

  constructor(private readonly pass: () => Promise<void>) {}

  /** Ends when a pass has ended that began after this call; throws what that pass throws. */
  next(): Promise<void> {
    if (this.queued) return this.queued;
    if (!this.passing) return this.start();
    this.queued = this.passing.catch(() => undefined).then(() => this.start());
    return this.queued;
  }

  private start(): Promise<void> {
    this.queued = undefined;
    this.passing = this.pass().finally(() => (this.passing = undefined));
    return this.passing;
  }
}
