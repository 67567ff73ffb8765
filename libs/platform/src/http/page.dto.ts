import { ApiProperty } from '@nestjs/swagger';
import { OneOf, Optional, QueryNumber, Text } from './validators.js';

/** The query names of every list. `lang` chooses the language of labels and texts. */
export class PageQuery {
  @ApiProperty({ default: 1 }) @QueryNumber(1, 1_000_000) page: number = 1;
  @ApiProperty({ default: 20 }) @QueryNumber(1, 100) size: number = 20;
  @Optional() @Text(500) cursor?: string;
  @Optional() @OneOf(['vi', 'en']) lang?: 'vi' | 'en';
}
