import { Controller, Get, Query } from '@nestjs/common';
import { OneOf, Optional, Public, Text } from '@app/platform';
import { type Term, TaxonomyService } from '../application/taxonomy.service.js';

export class PlacesQuery {
  /** A province's code: its communes and wards come along. */
  @Optional() @Text(2) province?: string;
  @Optional() @OneOf(['vi', 'en']) lang?: 'vi' | 'en';
}

@Controller('api/v1')
@Public()
export class TaxonomyController {
  constructor(private readonly taxonomy: TaxonomyService) {}

  /** Every vocabulary by scheme, dated, in both languages. */
  @Get('vocabularies')
  vocabularies(): Record<string, Term[]> {
    return this.taxonomy.vocabularies();
  }

  /** Provinces, and the communes and wards of one. */
  @Get('places')
  places(@Query() query: PlacesQuery): { provinces: Term[]; wards: Term[] } {
    return {
      provinces: this.taxonomy.provinces(),
      wards: query.province ? this.taxonomy.wardsOf(query.province) : [],
    };
  }
}
