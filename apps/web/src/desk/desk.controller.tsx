import { Query } from '@nestjs/common';
import { type Actor, CurrentActor, Requires } from '@app/platform';
import type { PageAnswer } from '../layout/answers.js';
import { GetPage, PageController, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { pageIn, pagingOf } from '../layout/paging.js';
import { deskQueueIn, DeskQueues } from './desk-queues.js';
import { DeskPage } from './desk.page.js';

@PageController()
@Requires('moderation:act')
export class DeskController {
  constructor(private readonly queues: DeskQueues) {}

  @GetPage('desk')
  async list(@View() view: PageView, @CurrentActor() actor: Actor, @Query() query: Record<string, unknown>): Promise<PageAnswer> {
    const { rail, items } = await this.queues.lists(actor, deskQueueIn(query), pageIn(query, 50).page);
    return <DeskPage view={view} rail={rail} items={items.items} paging={pagingOf(view, items)} />;
  }
}
