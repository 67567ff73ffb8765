import { Injectable, type PipeTransform } from '@nestjs/common';
import { PageViews, type ViewedRequest } from './page-views.js';
import type { PageView } from './page-view.js';

/** From the request to what every page gets. */
@Injectable()
export class PageViewPipe implements PipeTransform<ViewedRequest, Promise<PageView>> {
  constructor(private readonly views: PageViews) {}

  transform(request: ViewedRequest): Promise<PageView> {
    return this.views.of(request);
  }
}
