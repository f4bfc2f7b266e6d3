/** Months as dates write them, in the languages of exports: whole, in the case that stands in a date, and short. January first. */
const names: Readonly<Record<string, string>> = {
  en: 'jan,january feb,february mar,march apr,april may jun,june jul,july aug,august sep,sept,september oct,october nov,november dec,december',
  ru: 'янв,январь,января фев,февр,февраль,февраля мар,март,марта апр,апрель,апреля май,мая июн,июнь,июня июл,июль,июля авг,август,августа сен,сент,сентябрь,сентября окт,октябрь,октября ноя,нояб,ноябрь,ноября дек,декабрь,декабря',
  uk: 'січ,січень,січня лют,лютий,лютого бер,березень,березня квіт,квітень,квітня трав,травень,травня черв,червень,червня лип,липень,липня серп,серпень,серпня вер,верес,вересень,вересня жовт,жовтень,жовтня лист,листоп,листопад,листопада груд,грудень,грудня',
  bg: 'ян,януари фев,февруари мар,март апр,април май юни юли авг,август сеп,септември окт,октомври ное,ноември дек,декември',
  es: 'ene,enero feb,febrero mar,marzo abr,abril may,mayo jun,junio jul,julio ago,agosto sep,sept,septiembre,setiembre oct,octubre nov,noviembre dic,diciembre',
  pt: 'jan,janeiro fev,fevereiro mar,março abr,abril mai,maio jun,junho jul,julho ago,agosto set,setembro out,outubro nov,novembro dez,dezembro',
  de: 'jan,jän,januar,jänner feb,februar mär,mrz,märz apr,april mai jun,juni jul,juli aug,august sep,sept,september okt,oktober nov,november dez,dezember',
  fr: 'janv,janvier févr,février mars avr,avril mai juin juil,juillet août sept,septembre oct,octobre nov,novembre déc,décembre',
  it: 'gen,gennaio feb,febbraio mar,marzo apr,aprile mag,maggio giu,giugno lug,luglio ago,agosto set,sett,settembre ott,ottobre nov,novembre dic,dicembre',
  pl: 'sty,styczeń,stycznia lut,luty,lutego mar,marzec,marca kwi,kwiecień,kwietnia maj,maja cze,czerwiec,czerwca lip,lipiec,lipca sie,sierpień,sierpnia wrz,wrzesień,września paź,październik,października lis,listopad,listopada gru,grudzień,grudnia',
  tr: 'oca,ocak şub,şubat mar,mart nis,nisan may,mayıs haz,haziran tem,temmuz ağu,ağustos eyl,eylül eki,ekim kas,kasım ara,aralık',
};

const placesOf = (months: string) =>
  months.split(' ').flatMap((spellings, month) => spellings.split(',').map((name) => [name, month] as const));
const inLanguage = new Map(Object.entries(names).map(([language, months]) => [language, new Map(placesOf(months))] as const));
const inAny: ReadonlyMap<string, number> = new Map(Object.values(names).flatMap(placesOf));

/** The month that a word names, 0 for January: in any of the languages, or in one of them (two letters). */
export const monthOf = (word: string, language?: string): number | undefined =>
  (language === undefined ? inAny : inLanguage.get(language))?.get(word.toLowerCase().replace(/\u0307/g, ''));
