def test_another():
    pass
