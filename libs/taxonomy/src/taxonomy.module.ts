import { Module } from '@nestjs/common';
import { registerSchema } from '@app/platform';
import { CodeReader } from './application/code-reader.js';
import { TaxonomyService } from './application/taxonomy.service.js';
import { TermFinder } from './application/term-finder.js';
import { ReferenceTerms20261124000400 } from './data/migrations/20261124000400-reference-terms.js';
import { ReferenceTerm } from './data/reference-term.entity.js';
import { TaxonomyController } from './http/taxonomy.controller.js';

registerSchema({ entities: [ReferenceTerm], migrations: [ReferenceTerms20261124000400] });

@Module({ providers: [TaxonomyService, TermFinder, CodeReader], exports: [TaxonomyService, TermFinder, CodeReader] })
export class TaxonomyModule {}

@Module({ imports: [TaxonomyModule], controllers: [TaxonomyController] })
export class TaxonomyHttpModule {}
