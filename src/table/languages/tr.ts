import type { ExportLanguage } from './language.ts';

export const turkish: ExportLanguage = {
  id: 'tr',
  headers: {
    account: ['?Hesap kullanıcı adı', '?Hesap adı', '?Sayfa adı', 'Hesap'],
    publishedAt: ['?Yayınlanma zamanı', '?Yayınlanma Tarihi', 'Yayın tarihi', '?Video yayınlanma zamanı', '?Paylaşım tarihi'],
    title: ['?Açıklama', 'Başlık', '?Video başlığı', '?Unvan', 'Gönderi', 'Konu', 'Paylaşım'],
    link: ['?Kalıcı bağlantı', 'Bağlantı', 'Link'],
    postId: ['?Gönderi kimliği', '?Gönderi ID', '?İçerik'],
    format: ['?Gönderi türü', 'Format', 'Tür', 'İçerik türü'],
    followers: ['Takipçi', 'Takipçiler', 'Aboneler', 'Toplam takipçi', 'Takipçi sayısı'],
    followersGained: ['?Takipler', 'Yeni takipçiler', 'Kazanılan takipçi'],
    likes: ['Beğenmeler', 'Beğeni', 'Beğeniler', 'Tepkiler', 'Beğeni sayısı'],
    comments: ['Yorumlar', 'Yorum', '?Yanıtlar'],
    shares: ['Paylaşımlar', 'Paylaşım', 'Paylaşma'],
    saves: ['Kaydetmeler', 'Kaydetme', 'Kaydedilenler'],
    engagements: ['Etkileşim', 'Etkileşimler', '?İçerik etkileşimleri'],
    reach: ['Erişim', '?Erişilen hesaplar'],
    impressions: ['Gösterim', 'Gösterimler'],
    views: ['Görüntülemeler', 'Görüntülenme', 'Görüntüleme', 'İzlenme', 'İzlenmeler'],
    engagementRate: ['Etkileşim oranı'],
    spend: ['Harcanan tutar (TRY)', 'Harcanan tutar', 'Harcama'],
  },
  date: ['Tarih', 'Gün'],
  videoStudio: ['Video yayınlanma zamanı', 'İzlenme süresi'],
  subscribers: ['Aboneler'],
  totals: ['Toplam', 'Genel toplam', 'Ortalama'],
};
