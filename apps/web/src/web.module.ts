import { Module } from '@nestjs/common';

/** The pages: one controller a page family. */
@Module({})
export class WebModule {}
