import { Controller, Get, Param, Query } from '@nestjs/common';
import { IdOrSlugPipe, mapPage, Optional, type Page, PageQuery, Public, Text } from '@app/platform';
import { OrganizationService } from '../application/organization.service.js';
import { SupplierCounts } from '../data/supplier-counts.js';
import type { Organization } from '../data/organization.entities.js';

export class SupplierQuery extends PageQuery {
  @Optional() @Text(200) q?: string;
}

export class SupplierView {
  id: string;
  slug: string;
  name: string;
  description: string | null;
  descriptionEn: string | null;
  province: string | null;
  website: string | null;
  verified: boolean;
  claimed: boolean;
  counts: { offers: number };
}

/** What everybody may see of a supplier. The tax code is not among it: that of a household is its owner's personal number. */
export const toSupplierView = (o: Organization, offers: number): SupplierView => ({
  id: o.id,
  slug: o.slug,
  name: o.name,
  description: o.description,
  descriptionEn: o.descriptionEn,
  province: o.province,
  website: o.website,
  verified: o.verifiedAt !== null,
  claimed: o.claimedAt !== null,
  counts: { offers },
});

@Controller('api/v1/suppliers')
@Public()
export class SupplierController {
  constructor(
    private readonly organizations: OrganizationService,
    private readonly counts: SupplierCounts,
  ) {}

  /** Suppliers, newest first. */
  @Get()
  async list(@Query() query: SupplierQuery): Promise<Page<SupplierView>> {
    const page = await this.organizations.list('supplier', query);
    const counts = await this.counts.liveOffers(page.items.map((o) => o.id));
    return mapPage(page, (o) => toSupplierView(o, counts.get(o.id) ?? 0));
  }

  /** A supplier's profile with its counts. */
  @Get(':idOrSlug')
  async get(@Param('idOrSlug', IdOrSlugPipe) idOrSlug: string): Promise<SupplierView> {
    const supplier = await this.organizations.get(idOrSlug, 'supplier');
    const counts = await this.counts.liveOffers([supplier.id]);
    return toSupplierView(supplier, counts.get(supplier.id) ?? 0);
  }
}
