import { text } from '../../../core/text.ts';

/** Why nothing is said of the registry or the release of an image: it has an id alone, or its project builds it. */
export const namesNoImage = text(
  'No image of a registry is named: the image is given by its id, or its project builds one without a name',
  '未引用镜像仓库中的镜像：以镜像 ID 引用，或由其项目自行构建且未命名',
);
