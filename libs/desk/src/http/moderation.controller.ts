import { Controller, Get, Query } from '@nestjs/common';
import { type Actor, CurrentActor, OneOf, Optional, type Page, PageQuery, Requires, Text } from '@app/platform';
import { type ModerationItem, ModerationQueue } from '../application/moderation-queue.js';

export class ModerationQuery extends PageQuery {
  @Optional() @Text(100) centre?: string;
  @Optional() @OneOf(['offer', 'request']) kind?: 'offer' | 'request';
}

@Controller('api/v1/moderation')
export class ModerationController {
  constructor(private readonly queue: ModerationQueue) {}

  /** Revisions that wait for review in the centres that the caller acts for, oldest first. */
  @Get('queue')
  @Requires('moderation:act')
  list(@CurrentActor() actor: Actor, @Query() query: ModerationQuery): Promise<Page<ModerationItem>> {
    return this.queue.list(actor, query);
  }
}
