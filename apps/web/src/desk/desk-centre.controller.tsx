import { Body } from '@nestjs/common';
import { type Centre, CentreContactBody, CentreService } from '@app/organizations';
import { type Actor, CurrentActor, Requires } from '@app/platform';
import type { FormState } from '../components/form-state.js';
import { checked, type Posted, returnedForm, textIn, typedOf, versionIn } from '../forms/posted-form.js';
import { path } from '../i18n/routes.js';
import { type PageAnswer, Returned, SeeOther } from '../layout/answers.js';
import { GetPage, PageController, PostTo, View } from '../layout/page-controller.decorator.js';
import type { PageView } from '../layout/page-view.js';
import { PageViews } from '../layout/page-views.js';
import { DeskCentrePage } from './desk-centre.page.js';

/** How people reach the centre that the reader works for. */
@PageController()
@Requires('centre:write')
export class DeskCentreController {
  constructor(
    private readonly centres: CentreService,
    private readonly views: PageViews,
  ) {}

  @GetPage('deskCentre')
  async show(@View() view: PageView, @CurrentActor() actor: Actor): Promise<PageAnswer> {
    const centre = await this.of(actor);
    const { phone, hours, hoursEn } = centre;
    return this.page(view, centre, { values: { phone: phone ?? '', hours: hours ?? '', hoursEn: hoursEn ?? '' }, errors: [] });
  }

  @PostTo('deskCentre')
  async save(@View() view: PageView, @CurrentActor() actor: Actor, @Body() body: Posted): Promise<PageAnswer> {
    const centre = await this.of(actor);
    try {
      const [phone, hours, hoursEn] = ['phone', 'hours', 'hoursEn'].map((name) => textIn(body, name) || null);
      const { version, ...contact } = await checked(CentreContactBody, { version: versionIn(body), phone, hours, hoursEn });
      await this.centres.editContact(actor, centre.id, contact, { version });
      this.views.forgetCentre();
      return new SeeOther(path(view.lang, 'deskCentre'), 'centreSaved');
    } catch (error) {
      const { form, status } = returnedForm(error, typedOf(body), { lang: view.lang });
      return new Returned(status, this.page(view, centre, form));
    }
  }

  private of(actor: Actor): Promise<Centre> {
    return actor.centreId ? this.centres.get(actor.centreId) : this.centres.own();
  }

  private page(view: PageView, centre: Centre, form: FormState): ReturnType<typeof DeskCentrePage> {
    return <DeskCentrePage view={view} name={view.lang === 'vi' ? centre.name : centre.nameEn} version={centre.version} form={form} />;
  }
}
