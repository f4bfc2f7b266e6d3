import type { ExportLanguage } from './language.ts';

export const french: ExportLanguage = {
  id: 'fr',
  headers: {
    account: ['?Nom d’utilisateur du compte', '?Nom du compte', '?Nom de la Page', 'Compte'],
    publishedAt: ['?Heure de publication', 'Date de publication', '?Heure de publication de la vidéo', '?Publié le'],
    title: ['Titre', '?Titre de la vidéo', 'Texte', 'Sujet', 'Légende', 'Thème'],
    link: ['Permalien', 'Lien', '?Lien permanent', '?Lien de la publication'],
    postId: ['?Identifiant de la publication', '?ID de publication', '?Contenu'],
    format: ['?Type de publication', 'Type', 'Type de contenu'],
    followers: ['Abonnés', 'Followers', '?Nombre total d’abonnés', 'Nombre d’abonnés'],
    followersGained: ['?Abonnements', 'Nouveaux abonnés', 'Nouveaux followers', 'Followers en plus', 'Abonnés gagnés'],
    likes: ['?Mentions J’aime', 'J’aime', 'Likes', '?Réactions'],
    comments: ['Commentaires', '?Réponses'],
    shares: ['Partages', 'Partage', '?Republications'],
    saves: ['Enregistrements', 'Enregistrement', 'Sauvegardes'],
    engagements: ['Interactions', '?Interactions avec le contenu', 'Nb Interactions', 'Engagements'],
    reach: ['Couverture', 'Portée', '?Comptes touchés', '?Spectateurs'],
    impressions: ['Impressions', 'Affichages'],
    views: ['Vues', '?Vues de vidéos', 'Lectures'],
    engagementRate: ['Taux d’engagement', '?Taux d’interaction'],
    spend: ['Montant dépensé (EUR)', 'Montant dépensé', 'Dépenses'],
  },
  date: ['Date', 'Jour'],
  videoStudio: ['Heure de publication de la vidéo', 'Durée de visionnage'],
  subscribers: ['Abonnés'],
  totals: ['Total', 'Totaux', 'Somme', 'Moyenne'],
};
