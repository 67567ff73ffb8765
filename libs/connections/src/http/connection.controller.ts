import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, Code, CurrentActor, IdPipe, Optional, type Page, PageQuery, Requires, Text, TEXT_MAX, Vnd } from '@app/platform';
import { ConnectionService } from '../application/connection.service.js';
import type { ConnectionView } from '../data/connection.reader.js';

export class MessageBody {
  @Text(TEXT_MAX, { min: 1 }) message: string;
}

export class PostBody {
  @Text(TEXT_MAX, { min: 1 }) text: string;
}

export class DeclineBody {
  @Text(TEXT_MAX, { min: 1 }) reason: string;
}

export class OutcomeBody {
  @Code() outcome: string;
  @Optional() @Vnd() valueMin?: number | null;
  @Optional() @Vnd() valueMax?: number | null;
  @Optional() @Text(TEXT_MAX) note?: string | null;
}

@Controller('api/v1')
export class ConnectionController {
  constructor(private readonly connections: ConnectionService) {}

  /** A broker introduces the two sides of a match. */
  @Post('matches/:id/introduce')
  @Requires('match:broker')
  introduce(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: MessageBody): Promise<ConnectionView> {
    return this.connections.introduce(actor, id, body.message);
  }

  /** A buyer asks about an offer; opens a connection with its thread. */
  @Post('offers/:id/enquiries')
  @Requires('enquiry:write')
  enquire(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: MessageBody): Promise<ConnectionView> {
    return this.connections.enquire(actor, id, body.message);
  }

  /** Connections of one's organizations or of one's centre, newest first. */
  @Get('connections')
  @Requires('connection:act')
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ConnectionView>> {
    return this.connections.list(actor, query);
  }

  /** A connection with its thread and outcomes. */
  @Get('connections/:id')
  @Requires('connection:act')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ConnectionView> {
    return this.connections.get(actor, id);
  }

  /** Confirms for one's own side; it counts when both sides have confirmed. */
  @Post('connections/:id/confirm')
  @HttpCode(200)
  @Requires('connection:act')
  confirm(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ConnectionView> {
    return this.connections.confirm(actor, id);
  }

  /** Declines for one's own side, with a reason. */
  @Post('connections/:id/decline')
  @HttpCode(200)
  @Requires('connection:act')
  decline(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DeclineBody): Promise<ConnectionView> {
    return this.connections.decline(actor, id, body.reason);
  }

  /** Writes into the thread. */
  @Post('connections/:id/messages')
  @Requires('connection:act')
  post(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: PostBody): Promise<ConnectionView> {
    return this.connections.post(actor, id, body.text);
  }

  /** Records what became of a confirmed connection. */
  @Post('connections/:id/outcome')
  @HttpCode(200)
  @Requires('connection:act')
  outcome(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: OutcomeBody): Promise<ConnectionView> {
    const { outcome, valueMin, valueMax, note } = body;
    return this.connections.outcome(actor, id, { outcome, valueMin: valueMin ?? null, valueMax: valueMax ?? null, note: note ?? null });
  }
}
