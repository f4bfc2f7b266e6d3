import type { ExportLanguage } from './language.ts';

export const portuguese: ExportLanguage = {
  id: 'pt',
  headers: {
    account: ['?Nome de usuário da conta', '?Nome da conta', '?Nome da página', '?Identificação da conta', 'Conta'],
    publishedAt: ['Horário de publicação', 'Data de publicação', '?Horário de publicação do vídeo', '?Publicado em'],
    title: ['Descrição', 'Título', '?Título do vídeo', '?Texto da publicação', 'Legenda', 'Tema'],
    link: ['?Link permanente', 'Link', '?Link da publicação'],
    postId: ['?Identificação do post', '?ID da publicação', '?Conteúdo'],
    format: ['Tipo de post', 'Tipo de publicação', 'Formato', 'Tipo'],
    followers: ['Seguidores', 'Total de seguidores', 'Inscritos'],
    followersGained: ['Seguimentos', '?Seguidores do Instagram', '?Seguidores do Facebook', 'Novos seguidores', 'Seguidores ganhos'],
    likes: ['Curtidas', 'Gostos', 'Reações', '?Total de curtidas'],
    comments: ['Comentários', '?Respostas'],
    shares: ['Compartilhamentos', 'Partilhas'],
    saves: ['Salvamentos', 'Salvos', '?Guardados', '?Itens salvos'],
    engagements: ['Interações', 'Interações com o conteúdo', 'Engajamento', 'Engajamentos'],
    reach: ['Alcance', 'Contas alcançadas', 'Alcance total'],
    impressions: ['Impressões'],
    views: ['Visualizações', 'Reproduções', '?Visualizações de vídeo'],
    engagementRate: ['Taxa de engajamento', '?Taxa de interação'],
    spend: ['Valor usado', 'Valor gasto', 'Investimento'],
  },
  date: ['Data'],
  videoStudio: ['Horário de publicação do vídeo', 'Tempo de exibição'],
  subscribers: ['Inscritos', 'Inscrições'],
  totals: ['Total', 'Totais', 'Soma', 'Média'],
};
