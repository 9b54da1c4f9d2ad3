import pytest
from deployment import ONLY_REQUIRED, MORE_RESOURCES, OWN_ISSUER, Deployment


@pytest.fixture(params=[ONLY_REQUIRED, OWN_ISSUER, MORE_RESOURCES], ids=["only_required", "own_issuer", "more_resources"])
def deployed(request):
    return Deployment(request.param)
