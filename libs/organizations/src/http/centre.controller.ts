import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { type Actor, CurrentActor, IdOrSlugPipe, IdPipe, IfMatch, MayBeAbsent, Optional, Public, Requires, Text, WholeNumber } from '@app/platform';
import { CentreService } from '../application/centre.service.js';
import type { Centre } from '../data/organization.entities.js';

export class CentreContactBody {
  @MayBeAbsent() @WholeNumber(1, 2_000_000_000) version?: number;
  @Optional() @Text(40) phone?: string | null;
  @Optional() @Text(200) hours?: string | null;
  @Optional() @Text(200) hoursEn?: string | null;
}

export class CentreView {
  id: string;
  slug: string;
  name: string;
  nameEn: string;
  province: string | null;
  phone: string | null;
  hours: string | null;
  hoursEn: string | null;
  version: number;
}

const toCentreView = ({ id, slug, name, nameEn, province, phone, hours, hoursEn, version }: Centre): CentreView => ({
  id, slug, name, nameEn, province, phone, hours, hoursEn, version,
});

@Controller('api/v1/centres')
export class CentreController {
  constructor(private readonly centres: CentreService) {}

  /** A centre and how to reach it. */
  @Get(':idOrSlug')
  @Public()
  async get(@Param('idOrSlug', IdOrSlugPipe) idOrSlug: string): Promise<CentreView> {
    return toCentreView(await this.centres.get(idOrSlug));
  }

  /** Changes how people reach the centre: what is left out stays, null takes it away. */
  @Patch(':id')
  @Requires('centre:write')
  async edit(@CurrentActor() actor: Actor, @Param('id', IdPipe) id: string, @Body() { version, ...contact }: CentreContactBody, @IfMatch() ifMatch?: number): Promise<CentreView> {
    return toCentreView(await this.centres.editContact(actor, id, contact, { version, ifMatch }));
  }
}
