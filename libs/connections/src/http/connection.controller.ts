import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Actor, Code, CurrentActor, IdPipe, Optional, type Page, PageQuery, Requires, Text, Vnd } from '@app/platform';
import { ConnectionService } from '../application/connection.service.js';
import type { ConnectionView } from '../data/connection.reader.js';

export class MessageBody {
  @Text(10_000, { min: 1 }) message: string;
}

export class PostBody {
  @Text(10_000, { min: 1 }) text: string;
}

export class DeclineBody {
  @Text(5_000, { min: 1 }) reason: string;
}

export class OutcomeBody {
  @Code() outcome: string;
  @Optional() @Vnd() valueMin?: number | null;
  @Optional() @Vnd() valueMax?: number | null;
  @Optional() @Text(5_000) note?: string | null;
}

@Controller('api/v1')
export class ConnectionController {
  constructor(private readonly connections: ConnectionService) {}

  @Post('matches/:id/introduce')
  @Requires('match:broker')
  introduce(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: MessageBody): Promise<ConnectionView> {
    return this.connections.introduce(actor, id, body.message);
  }

  @Post('offers/:id/enquiries')
  @Requires('enquiry:write')
  enquire(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: MessageBody): Promise<ConnectionView> {
    return this.connections.enquire(actor, id, body.message);
  }

  @Get('connections')
  @Requires('connection:act')
  list(@CurrentActor() actor: Actor, @Query() query: PageQuery): Promise<Page<ConnectionView>> {
    return this.connections.list(actor, query);
  }

  @Get('connections/:id')
  @Requires('connection:act')
  get(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ConnectionView> {
    return this.connections.get(actor, id);
  }

  @Post('connections/:id/confirm')
  @HttpCode(200)
  @Requires('connection:act')
  confirm(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string): Promise<ConnectionView> {
    return this.connections.confirm(actor, id);
  }

  @Post('connections/:id/decline')
  @HttpCode(200)
  @Requires('connection:act')
  decline(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: DeclineBody): Promise<ConnectionView> {
    return this.connections.decline(actor, id, body.reason);
  }

  @Post('connections/:id/messages')
  @Requires('connection:act')
  post(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: PostBody): Promise<ConnectionView> {
    return this.connections.post(actor, id, body.text);
  }

  @Post('connections/:id/outcome')
  @HttpCode(200)
  @Requires('connection:act')
  outcome(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() body: OutcomeBody): Promise<ConnectionView> {
    const { outcome, valueMin, valueMax, note } = body;
    return this.connections.outcome(actor, id, { outcome, valueMin: valueMin ?? null, valueMax: valueMax ?? null, note: note ?? null });
  }
}
