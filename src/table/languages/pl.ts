import type { ExportLanguage } from './language.ts';

export const polish: ExportLanguage = {
  id: 'pl',
  headers: {
    account: ['?Nazwa użytkownika konta', '?Nazwa konta', '?Nazwa strony', 'Konto'],
    publishedAt: ['?Czas publikacji', 'Data publikacji', '?Godzina publikacji', '?Czas publikacji filmu', '?Opublikowano'],
    title: ['Opis', 'Tytuł', '?Tytuł filmu', 'Treść posta', 'Temat'],
    link: ['?Link bezpośredni', 'Link', '?Odnośnik'],
    postId: ['?Identyfikator posta', '?ID posta', '?Treść'],
    format: ['?Typ posta', 'Format', 'Typ', 'Rodzaj'],
    followers: ['Obserwujący', 'Subskrybenci', 'Liczba obserwujących', 'Łączna liczba obserwujących'],
    followersGained: ['?Obserwacje', 'Nowi obserwujący', 'Pozyskani obserwujący'],
    likes: ['Polubienia', 'Lajki', 'Reakcje'],
    comments: ['Komentarze', '?Odpowiedzi'],
    shares: ['Udostępnienia'],
    saves: ['Zapisania', 'Zapisy', '?Zapisane'],
    engagements: ['Interakcje', '?Aktywność', '?Interakcje z zawartością', 'Zaangażowanie'],
    reach: ['Zasięg', 'Zasięgi', '?Konta objęte zasięgiem'],
    impressions: ['?Wyświetlenia na ekranie', 'Impresje'],
    views: ['Wyświetlenia', 'Odtworzenia', '?Wyświetlenia filmu'],
    engagementRate: ['?Wskaźnik zaangażowania', 'Współczynnik zaangażowania'],
    spend: ['?Wydana kwota (PLN)', 'Wydana kwota', 'Wydatki'],
  },
  date: ['Data', 'Dzień'],
  videoStudio: ['Czas publikacji filmu', 'Czas oglądania'],
  subscribers: ['Subskrybenci'],
  totals: ['Łącznie', 'Suma', 'Razem', 'Średnia'],
};
