import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CONFIG, type Config, Public } from '@app/platform';
import { LANGS } from '../i18n/languages.js';
import { path } from '../i18n/routes.js';

const PUBLIC_PAGES = ['home', 'offers', 'requests', 'suppliers', 'about'] as const;

/** What search engines ask for first. */
@ApiExcludeController()
@Public()
@Controller()
export class SiteController {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  @Get('robots.txt')
  @Header('content-type', 'text/plain; charset=utf-8')
  robots(): string {
    const closed = LANGS.flatMap((lang) => [path(lang, 'desk'), path(lang, 'myOffers').replace(/\/[^/]+$/, '/'), path(lang, 'signIn')]);
    return ['User-agent: *', ...closed.map((prefix) => `Disallow: ${prefix}`), 'Disallow: /api/', `Sitemap: ${this.config.publicUrl}/sitemap.xml`, ''].join('\n');
  }

  @Get('sitemap.xml')
  @Header('content-type', 'application/xml; charset=utf-8')
  sitemap(): string {
    const urls = LANGS.flatMap((lang) => PUBLIC_PAGES.map((page) => `<url><loc>${this.config.publicUrl}${path(lang, page)}</loc></url>`));
    return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>\n`;
  }
}
