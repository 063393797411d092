import { answerPreview, type PreviewParams } from '../../answer-preview'

export async function GET(request: Request, { params }: { params: Promise<PreviewParams> }): Promise<Response> {
  return answerPreview(request, await params, 'page')
}
